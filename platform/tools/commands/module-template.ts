// Fills a template: {{names}}, and parts kept only for the apps asked for (`//#portal` … `//#else` … `//#end`).
export interface Names {
  /** `house-polls` */
  id: string;
  snake: string;
  camel: string;
  Pascal: string;
  titleRu: string;
  titleEn: string;
}

export function namesOf(id: string, titleRu?: string, titleEn?: string): Names {
  const camel = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const Pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  const words = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return { id, snake: id.replaceAll('-', '_'), camel, Pascal, titleRu: titleRu ?? words, titleEn: titleEn ?? words };
}

export function fill(template: string, names: Names, apps: readonly string[], more: Record<string, string>): string {
  const values: Record<string, string> = { ...names, ...more };
  return keepFor(template, apps).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template asks for {{${name}}}`);
    return value;
  });
}

function keepFor(template: string, apps: readonly string[]): string {
  let keep = true;
  const lines = template.split('\n').filter((line) => {
    const mark = /^\s*\/\/#(\w+)$/.exec(line)?.[1];
    if (!mark) return keep;
    keep = mark === 'else' ? !keep : mark === 'end' || apps.includes(mark);
    return false;
  });
  return lines.join('\n').replace(/\[\n\s*\]/g, '[]');
}
