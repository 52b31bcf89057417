// Suggestions while typing: asked 150 ms after the last letter, an answer to older letters is given up.
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Suggestion {
  id: string;
  title: string;
  note: string;
}

export interface Suggestions {
  /** `failed` stays silent: the form beside the field still searches. */
  state: 'idle' | 'loading' | 'found' | 'failed';
  items: readonly Suggestion[];
}

export const suggestionDelay = 150;
const SHORTEST = 2;
const NOTHING: Suggestions = { state: 'idle', items: [] };

export function useSuggestions(from: string) {
  const [found, setFound] = useState(NOTHING);
  const giveUp = useRef(() => {});
  const stop = useCallback(() => {
    giveUp.current();
    setFound(NOTHING);
  }, []);
  const ask = useCallback(
    (typed: string) => {
      giveUp.current();
      const words = typed.trim();
      if (words.length < SHORTEST) return setFound(NOTHING);
      const asking = new AbortController();
      const timer = setTimeout(async () => {
        const answer = await suggestionsFor(from, words, asking.signal);
        if (!asking.signal.aborted) setFound(answer);
      }, suggestionDelay);
      giveUp.current = () => {
        clearTimeout(timer);
        asking.abort();
      };
      setFound((before) => ({ state: 'loading', items: before.items }));
    },
    [from],
  );
  useEffect(() => () => giveUp.current(), []);
  return { found, ask, stop };
}

async function suggestionsFor(from: string, words: string, signal: AbortSignal): Promise<Suggestions> {
  try {
    const answer = await fetch(`${from}?${new URLSearchParams({ q: words })}`, {
      signal,
      headers: { Accept: 'application/json' },
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    return isList(body) ? { state: 'found', items: body.hits } : { state: 'failed', items: [] };
  } catch {
    return { state: 'failed', items: [] };
  }
}

function isList(body: unknown): body is { hits: Suggestion[] } {
  return typeof body === 'object' && body !== null && 'hits' in body && Array.isArray(body.hits);
}
