// The page's title is what its loader says.
import type { MetaFunction } from '@remix-run/node';

export const titled: MetaFunction = ({ data: page }) => [{ title: (page as { title?: string } | undefined)?.title }];
