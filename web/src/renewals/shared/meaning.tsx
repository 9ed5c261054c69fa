import { Box, Button, KeyValuePairs, Link, Modal } from '@cloudscape-design/components';
import { useState } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { definitionsTexts, type Term } from '../definitions/definitions.ts';

type MeaningProps = Readonly<{ of: readonly Term[]; about: string }>;

/** Explains the figures of a part of a page. `about`: that part's title, for screen readers. */
export function Meaning({ of, about }: MeaningProps) {
  const texts = useTexts(definitionsTexts);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Link variant="info" ariaLabel={`${texts.link}: ${about}`} onFollow={() => setIsOpen(true)}>
        <span className="unbroken">{texts.link}</span>
      </Link>
      <Modal
        visible={isOpen}
        onDismiss={close}
        header={texts.title}
        footer={
          <Box float="right">
            <Button variant="primary" onClick={close}>
              {texts.close}
            </Button>
          </Box>
        }
      >
        {isOpen && (
          <KeyValuePairs
            items={of.map((term) => ({
              label: texts.terms[term].name,
              value: texts.terms[term].means,
            }))}
          />
        )}
      </Modal>
    </>
  );
}
