// Validates XML against official schemas by libxml2 (compiled to WebAssembly). For tests and the local server only.
import { readFileSync } from 'node:fs';
import { XmlC14NMode, XmlDocument, type XmlElement, XmlValidateError, XmlXPath, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { xmlEncoding } from '@zhkh/imports/testing';

xmlRegisterFsInputProviders();
const compiled = new Map<string, XsdValidator>();

/** What is wrong, a line each; empty = valid. Imports of the schema are read from beside it. */
export function validateAgainst(schemaPath: string, xml: string | Uint8Array): string[] {
  return withDocument(xml, (document) => problemsOf(validatorOf(schemaPath), document));
}

/** The same for elements inside a document, each as a document of its own: a SOAP body, the records a wrapper holds. */
export function validateParts(
  schemaPath: string,
  xml: string | Uint8Array,
  xpath: string,
  namespaces: Record<string, string> = {},
): string[] {
  const found = partsOf(xml, xpath, namespaces);
  return found.length === 0 ? [`nothing at ${xpath}`] : found.flatMap((part) => validateAgainst(schemaPath, part));
}

/** Elements at a path, each as text with the namespaces it needs. */
export function partsOf(xml: string | Uint8Array, xpath: string, namespaces: Record<string, string> = {}): string[] {
  return withDocument(xml, (document) =>
    document
      .find(XmlXPath.compile(xpath, namespaces))
      .map((node) => (node as XmlElement).canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })),
  );
}

function validatorOf(schemaPath: string): XsdValidator {
  const known = compiled.get(schemaPath);
  if (known) return known;
  const validator = withDocument(readFileSync(schemaPath), (document) => XsdValidator.fromDoc(document), schemaPath);
  compiled.set(schemaPath, validator);
  return validator;
}

function withDocument<T>(xml: string | Uint8Array, work: (document: XmlDocument) => T, url?: string): T {
  const document = XmlDocument.fromString(typeof xml === 'string' ? xml : decoded(xml), url === undefined ? {} : { url });
  try {
    return work(document);
  } finally {
    document.dispose();
  }
}

/** The library reads Unicode only; schemas and documents of the tax service are windows-1251. */
function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder(xmlEncoding(Buffer.from(bytes))).decode(bytes);
  return text.replace(/^(<\?xml[^>]*?) encoding="[^"]*"/, '$1');
}

function problemsOf(validator: XsdValidator, document: XmlDocument): string[] {
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((detail) => `${detail.line}: ${detail.message.trim()}`);
  }
}
