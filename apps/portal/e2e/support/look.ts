// Every page of the story is photographed at two widths and looked at for barriers.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '@zhkh/tools/testing';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

export interface Look {
  /** Folder under test-results. */
  folder: string;
  /** axe needs scripts; without them only the pictures are taken. */
  scripts: boolean;
  pages: string[];
}

export async function look(page: Page, at: Look, name: string): Promise<void> {
  const number = String(at.pages.length + 1).padStart(2, '0');
  const folder = path.join(projectRoot, 'test-results', at.folder);
  if (at.pages.length === 0) rmSync(folder, { recursive: true, force: true });
  at.pages.push(name);
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize() ?? phone;
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await page.screenshot({
      path: path.join(folder, `${number}-${name}-${size.width}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    if (at.scripts) await expectNoBarriers(page, `${name} at ${size.width}`);
    expect(await overflow(page, at), `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(before);
}

async function expectNoBarriers(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(' ')).join('; ')}`);
  expect(found, `barriers on ${name}`).toEqual([]);
}

async function overflow(page: Page, at: Look): Promise<number> {
  if (!at.scripts) return 0;
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
