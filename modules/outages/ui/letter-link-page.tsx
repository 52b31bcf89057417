// A page behind a link of a letter: one question, one button, and what came of it.
import { Button, Card, Form, Icon, Page } from '@zhkh/ui';
import { useOutageWords } from './use-words.ts';

export function LetterLinkPage({ of, state }: { of: 'confirm' | 'stop'; state: 'ask' | 'done' | 'old' }) {
  const t = useOutageWords();
  return (
    <Page width="narrow">
      <Card>
        {state === 'done' && <Icon name="check" size="l" />}
        <h1>{t(`${of}.${state}-title`)}</h1>
        <p>{t(`${of}.${state}-text`)}</p>
        {state === 'ask' && (
          <Form>
            <Button kind={of === 'confirm' ? 'main' : 'no'} wide>
              {t(`${of}.do`)}
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}
