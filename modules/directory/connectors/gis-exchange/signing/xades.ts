// The qualifying properties of XAdES-BES: when it was signed and with which certificate. xml-crypto signs them beside the body.
import { createHash, X509Certificate } from 'node:crypto';
import { create } from 'xmlbuilder2';

const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';

export interface Names {
  signature: string;
  properties: string;
}

export function qualifyingProperties(certificatePem: string, names: Names, at: Date): string {
  const certificate = new X509Certificate(certificatePem);
  const digest = createHash('sha256').update(certificate.raw).digest('base64');
  return create({
    'xades:QualifyingProperties': {
      '@xmlns:xades': XADES,
      '@xmlns:ds': DSIG,
      '@Target': `#${names.signature}`,
      'xades:SignedProperties': {
        '@Id': names.properties,
        'xades:SignedSignatureProperties': {
          'xades:SigningTime': at.toISOString(),
          'xades:SigningCertificate': {
            'xades:Cert': {
              'xades:CertDigest': { 'ds:DigestMethod': { '@Algorithm': SHA256 }, 'ds:DigestValue': digest },
              'xades:IssuerSerial': {
                'ds:X509IssuerName': certificate.issuer.split('\n').toReversed().join(','),
                'ds:X509SerialNumber': BigInt(`0x${certificate.serialNumber}`).toString(),
              },
            },
          },
        },
      },
    },
  }).end({ headless: true });
}
