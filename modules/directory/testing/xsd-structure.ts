// The structure an XSD demands (elements, their order and number, attributes), checked on a tree: enough to keep demo files honest.
import { readTree, type XmlTree } from './xml-tree.ts';

interface Shape {
  attributes: Map<string, { required: boolean; pattern: RegExp | null; values: Set<string> }>;
  /** In the order of the schema. */
  children: Map<string, { required: boolean; many: boolean; shape: Shape }>;
}

export type Schema = (elementName: string) => Shape;

const local = (name: string | undefined) => (name ?? '').replace(/^.*:/, '');

export function readSchema(file: string): Schema {
  const schema = readTree(file);
  const types = new Map(
    schema.children.filter((node) => /:(complex|simple)Type$/.test(node.name)).map((node) => [node.attributes.name ?? '', node]),
  );
  const shapes = new Map<XmlTree, Shape>();
  const shapeOf = (element: XmlTree): Shape => {
    const type =
      types.get(local(element.attributes.type)) ?? element.children.find((child) => local(child.name) === 'complexType');
    const known = type && shapes.get(type);
    if (known) return known;
    const shape: Shape = { attributes: new Map(), children: new Map() };
    if (type) {
      shapes.set(type, shape);
      collect(type, shape, true);
    }
    return shape;
  };
  const collect = (node: XmlTree, shape: Shape, required: boolean): void => {
    for (const child of node.children) {
      const kind = local(child.name);
      const name = child.attributes.name ?? local(child.attributes.ref);
      if (kind === 'attribute')
        shape.attributes.set(name, { required: child.attributes.use === 'required', ...valuesOf(child, types) });
      else if (kind === 'element') {
        const many = !['', '1'].includes(child.attributes.maxOccurs ?? '');
        shape.children.set(name, { required: required && child.attributes.minOccurs !== '0', many, shape: shapeOf(child) });
      } else if (['sequence', 'choice', 'complexContent', 'simpleContent', 'extension'].includes(kind))
        collect(child, shape, required && kind !== 'choice' && child.attributes.minOccurs !== '0');
    }
  };
  return (name) => {
    const element = find(schema, name);
    if (!element) throw new Error(`No element ${name} in the schema`);
    return shapeOf(element);
  };
}

function find(node: XmlTree, name: string): XmlTree | undefined {
  for (const child of node.children) {
    if (local(child.name) === 'element' && child.attributes.name === name) return child;
    const deeper = find(child, name);
    if (deeper) return deeper;
  }
  return undefined;
}

function valuesOf(attribute: XmlTree, types: ReadonlyMap<string, XmlTree>): { pattern: RegExp | null; values: Set<string> } {
  const type = types.get(local(attribute.attributes.type)) ?? attribute;
  const facets = (kind: string, node: XmlTree): string[] =>
    node.children.flatMap((child) => (local(child.name) === kind ? [child.attributes.value ?? ''] : facets(kind, child)));
  const patterns = facets('pattern', type);
  return {
    pattern: patterns.length > 0 ? new RegExp(`^(${patterns.join('|')})$`) : null,
    values: new Set(facets('enumeration', type)),
  };
}

/** What is wrong, each with its path; empty when the tree fits. */
export function faultsOf(tree: XmlTree, shape: Shape, at = tree.name): string[] {
  return [...attributeFaults(tree, shape, at), ...childFaults(tree, shape, at), ...countFaults(tree, shape, at)];
}

function attributeFaults(tree: XmlTree, shape: Shape, at: string): string[] {
  const faults: string[] = [];
  for (const [name, rule] of shape.attributes) {
    const value = tree.attributes[name];
    if (value === undefined) {
      if (rule.required) faults.push(`${at} lacks @${name}`);
    } else if ((rule.pattern && !rule.pattern.test(value)) || (rule.values.size > 0 && !rule.values.has(value)))
      faults.push(`${at}@${name} = ${value}`);
  }
  for (const name of Object.keys(tree.attributes))
    if (!shape.attributes.has(name) && !name.includes(':')) faults.push(`${at} has unknown @${name}`);
  return faults;
}

function childFaults(tree: XmlTree, shape: Shape, at: string): string[] {
  const faults: string[] = [];
  const order = [...shape.children.keys()];
  let last = -1;
  for (const child of tree.children) {
    const rule = shape.children.get(child.name);
    faults.push(...(rule ? faultsOf(child, rule.shape, `${at}/${child.name}`) : [`${at} has unknown ${child.name}`]));
    const place = order.indexOf(child.name);
    if (rule && place < last) faults.push(`${at}/${child.name} out of order`);
    last = Math.max(last, place);
  }
  return faults;
}

function countFaults(tree: XmlTree, shape: Shape, at: string): string[] {
  const faults: string[] = [];
  for (const [name, rule] of shape.children) {
    const count = tree.children.filter((child) => child.name === name).length;
    if (rule.required && count === 0) faults.push(`${at} lacks ${name}`);
    if (!rule.many && count > 1) faults.push(`${at} has ${count} of ${name}`);
  }
  return faults;
}
