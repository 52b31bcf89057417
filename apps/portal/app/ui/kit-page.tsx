// The kit: every part of the look in its states, to be laid beside the target.
import { Page } from '@zhkh/ui';
import { KitActions } from './kit/kit-actions.tsx';
import { KitColours } from './kit/kit-colours.tsx';
import { KitForms } from './kit/kit-forms.tsx';
import { KitMessages } from './kit/kit-messages.tsx';
import { KitRegions } from './kit/kit-regions.tsx';
import { KitSheets } from './kit/kit-sheets.tsx';

export function KitPage() {
  return (
    <Page width="wide" gap="5">
      <h1>Части и состояния</h1>
      <KitRegions />
      <KitActions />
      <KitForms />
      <KitMessages />
      <KitSheets />
      <KitColours />
    </Page>
  );
}
