// What the server checks of a request before it takes it: SOAP, header and body by the official schemas, the signature.
import path from 'node:path';
import { SignedXml } from 'xml-crypto';
import { SIGNED_ID } from '../../connectors/gis-exchange/envelope.ts';
import { namespaces, type Service } from '../../connectors/gis-exchange/namespaces.ts';
import { partsOf, validateAgainst } from '../xsd.ts';

const schemaFiles: Readonly<Record<Service | 'base', string>> = {
  base: 'lib/hcs-base.xsd',
  hm: 'house-management/hcs-house-management-types.xsd',
  lc: 'licenses/hcs-licenses-types.xsd',
  insp: 'inspection/hcs-inspection-types.xsd',
  tariff: 'tariff/hcs-tariff-types.xsd',
  uk: 'uk/hcs-uk-types.xsd',
  nc: 'nsi-common/hcs-nsi-common-types.xsd',
  orc: 'organizations-registry-common/hcs-organizations-registry-common-types.xsd',
};

/** `schemas`: the folder of formats 14.4.0.1, or null where it is not at hand: then only the rules below hold. */
export function problemsOf(envelope: string, service: Service, schemas: string | null): string[] {
  if (/<!DOCTYPE/i.test(envelope)) return ['DOCTYPE'];
  const part = (xpath: string) => partsOf(envelope, xpath, namespaces);
  const [header] = part('/soapenv:Envelope/soapenv:Header/*');
  const [body, ...more] = part('/soapenv:Envelope/soapenv:Body/*');
  if (!header || !body || more.length > 0) return ['not one header and one body'];
  const isState = body.startsWith('<base:getStateRequest');
  const problems: string[] = [];
  if (part('/soapenv:Envelope/soapenv:Header/base:RequestHeader/base:orgPPAGUID').length !== 1) problems.push('no orgPPAGUID');
  if (!isState && part(`/soapenv:Envelope/soapenv:Body/*[@Id='${SIGNED_ID}' and @base:version]`).length !== 1)
    problems.push('no Id or no version');
  if (!schemas) return problems;
  return [
    ...problems,
    ...validateAgainst(path.join(schemas, schemaFiles.base), header),
    ...validateAgainst(path.join(schemas, schemaFiles[isState ? 'base' : service]), body),
  ];
}

/** The same schemas for what the server says itself: a double that does not keep them proves nothing. */
export function problemsOfAnswer(envelope: string, service: Service, schemas: string): string[] {
  return partsOf(envelope, '/soapenv:Envelope/*/*', namespaces).flatMap((part) => {
    if (part.startsWith('<soapenv:Fault'))
      return partsOf(part, '//base:Fault', namespaces).flatMap((one) =>
        validateAgainst(path.join(schemas, schemaFiles.base), one),
      );
    const own = part.startsWith('<base:') ? 'base' : service;
    return validateAgainst(path.join(schemas, schemaFiles[own]), part);
  });
}

/** The signature holds, and what it covers is the body's element and the signing properties. */
export function isSignedBy(envelope: string, certificate: string): boolean {
  const [signature] = partsOf(envelope, '/soapenv:Envelope/soapenv:Body/*/ds:Signature', {
    ...namespaces,
    ds: 'http://www.w3.org/2000/09/xmldsig#',
  });
  if (!signature) return false;
  const signed = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    signed.loadSignature(signature);
    if (!signed.checkSignature(envelope)) return false;
  } catch {
    return false;
  }
  const covered = signed.getSignedReferences();
  return covered.some((one) => one.includes(`Id="${SIGNED_ID}"`)) && covered.some((one) => one.includes('SigningCertificate'));
}
