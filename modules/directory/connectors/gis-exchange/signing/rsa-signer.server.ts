// Signs with an RSA key in this process: XAdES-BES, enveloped.
// For local work and tests; the real ГИС ЖКХ takes ГОСТ signatures only.
import { newId } from '@zhkh/kernel/db.server';
import type { Clock } from '@zhkh/kernel/time';
import { SignedXml } from 'xml-crypto';
import type { Signer } from '../ports.ts';
import { qualifyingProperties, SIGNED_PROPERTIES } from './xades.ts';

const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export function createRsaSigner(keys: { privateKey: string; certificate: string }, clock: Clock): Signer {
  return { sign: async (envelope, id) => signed(envelope, id, keys, clock.now()) };
}

function signed(envelope: string, id: string, keys: { privateKey: string; certificate: string }, at: Date): string {
  const names = { signature: `sig-${newId()}`, properties: `prop-${newId()}` };
  const signature = new SignedXml({
    privateKey: keys.privateKey,
    publicCert: keys.certificate,
    canonicalizationAlgorithm: C14N,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    objects: [{ content: qualifyingProperties(keys.certificate, names, at) }],
  });
  signature.addReference({ xpath: `//*[@Id='${id}']`, transforms: [ENVELOPED, C14N], digestAlgorithm: SHA256 });
  signature.addReference({
    xpath: `//*[@Id='${names.properties}']`,
    transforms: [C14N],
    digestAlgorithm: SHA256,
    type: SIGNED_PROPERTIES,
  });
  signature.computeSignature(envelope, {
    prefix: 'ds',
    attrs: { Id: names.signature },
    location: { reference: `//*[@Id='${id}']`, action: 'prepend' },
  });
  return signature.getSignedXml();
}
