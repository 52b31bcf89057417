// Validates XML against official schemas by libxml2 (compiled to WebAssembly). For tests and the local server only.
import { readFileSync } from 'node:fs';
import { XmlC14NMode, XmlDocument, type XmlElement, XmlValidateError, XmlXPath, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

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

/** A schema under another text: for a type that is no element of its own. */
export function validateWith(schema: { text: string; url: string }, xml: string | Uint8Array): string[] {
  const key = `${schema.url} ${schema.text.length}`;
  const validator = compiled.get(key) ?? compile(Buffer.from(schema.text), schema.url);
  compiled.set(key, validator);
  return withDocument(xml, (document) => problemsOf(validator, document));
}

function validatorOf(schemaPath: string): XsdValidator {
  const known = compiled.get(schemaPath);
  if (known) return known;
  const validator = compile(readFileSync(schemaPath), schemaPath);
  compiled.set(schemaPath, validator);
  return validator;
}

function compile(bytes: Uint8Array, url: string): XsdValidator {
  return withDocument(bytes, (document) => XsdValidator.fromDoc(document), url);
}

function withDocument<T>(xml: string | Uint8Array, work: (document: XmlDocument) => T, url = ''): T {
  const options = url ? { url } : {};
  const document =
    typeof xml === 'string'
      ? XmlDocument.fromString(xml, options)
      : XmlDocument.fromBuffer(xml as Uint8Array<ArrayBuffer>, options);
  try {
    return work(document);
  } finally {
    document.dispose();
  }
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
