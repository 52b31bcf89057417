// Shapes the pages draw: ready words and plain data, made by the queries.
export interface Meter {
  lit?: number;
  off?: number;
  over?: number;
}

export type Tone = 'calm' | 'soon' | 'late' | 'ok';

export interface NormView {
  id: string;
  rule: string;
  source: string;
  preliminary: boolean;
}

export interface DeadlineView {
  name: 'answer' | 'repair';
  title: string;
  /** «до 14 мая» */
  until: string;
  meter: Meter;
  note: string;
  tone: Tone;
  /** Spoken text of the windows. */
  label: string;
  norm: NormView;
  dueAt: string;
}

export interface LineView {
  meter: Meter;
  tone: Tone;
  /** «3 дня, до 14 мая» */
  text: string;
  /** «ответ до 14 мая» */
  until: string;
  /** «ответ» */
  what: string;
}

export type PillKind = 'sent' | 'new' | 'delivered' | 'work' | 'answer' | 'waits' | 'resolved' | 'refuted' | 'late' | 'paused';

export interface PillView {
  kind: PillKind;
  /** Replaces the usual word. */
  text?: string;
}

export interface TrailView {
  key: string;
  title: string;
  note?: string;
  time?: string;
  at?: string;
  state: 'done' | 'next' | 'fail';
}

export interface PhotoView {
  id: string;
  alt: string;
}

export interface AnswerView {
  id: string;
  organisation: string;
  author: string;
  body: string;
  at: string;
  atIso: string;
  inTime: boolean | null;
  photos: PhotoView[];
}

export interface ListItem {
  id: string;
  number: number;
  title: string;
  address: string;
  flat: string;
  company: string;
  performer: string;
  filedAt: string;
  pill: PillView;
  line: LineView | null;
  /** One quiet line under the title. */
  meta: string;
}

export type Viewer = 'resident' | 'company' | 'authority';

export interface ComplaintView {
  id: string;
  number: number;
  viewer: Viewer;
  title: string;
  body: string;
  place: string;
  address: string;
  flat: string;
  icon: string;
  categoryName: string;
  filedAt: string;
  filedDate: string;
  pill: PillView;
  deadlines: DeadlineView[];
  /** Why there are no dates. */
  noDeadlines: string | null;
  dueUncertain: boolean;
  houseId: string | null;
  company: { id: string; name: string; since: string | null; dispatcherPhone: string | null } | null;
  addressee: 'company' | 'authority';
  author: string;
  performer: string;
  photos: PhotoView[];
  answers: AnswerView[];
  trail: TrailView[];
  /** «Свет теперь горит?» */
  question: string;
  reactUntil: string | null;
  reopenUntil: string | null;
  grade: { grade: number; comment: string } | null;
  can: {
    /** Nobody of the company has opened it in this round. */
    open: boolean;
    confirm: boolean;
    refute: boolean;
    rate: boolean;
    withdraw: boolean;
    note: boolean;
    take: boolean;
    assign: boolean;
    answer: boolean;
    redirect: boolean;
    address: boolean;
    call: boolean;
  };
}
