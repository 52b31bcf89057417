// ФНС formats of the fourth generation differ in what a reader by paths tolerates; another generation is another format.
import { SourceError, type XmlPlace } from '@zhkh/imports';

export function checkVersion(place: XmlPlace): void {
  const version = place.root.attributes['ВерсФорм'];
  if (version !== undefined && !/^4\.\d{2}$/.test(version)) throw new SourceError('version', version.slice(0, 20));
}
