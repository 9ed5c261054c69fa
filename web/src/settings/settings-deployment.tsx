import { Container, KeyValuePairs } from '@cloudscape-design/components';
import type { SettingsView } from '#flows/plan/show-settings';
import { useLanguage, useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { deploymentTexts } from './deployment-texts.ts';
import { Heading } from './settings-heading.tsx';

/** What no admin changes here, but figures and amounts on other pages follow from. */
export function DeploymentSettings() {
  const texts = useTexts(deploymentTexts);
  const settings = useRead<SettingsView>('/api/settings');
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <Loaded query={settings} of={texts.title}>
        {(given) => <Given settings={given} />}
      </Loaded>
    </Container>
  );
}

function Given({ settings }: Readonly<{ settings: SettingsView }>) {
  const texts = useTexts(deploymentTexts);
  const { number, rupiah } = useFormats();
  const usd = useUsd();
  const {
    lapseMonths,
    reactivation,
    priceUsdPerPart,
    maxPriceUsdPerPart,
    rupiahPerUsd,
    smsPartsPerSecond,
    senderId,
    approval,
  } = settings;
  const yesOrNo = (is: boolean): string => (is ? texts.yes : texts.no);
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: texts.lapse, value: texts.months(number(lapseMonths)) },
        { label: texts.reactivation, value: texts.reactivations[reactivation] },
        { label: texts.jointLeave, value: yesOrNo(settings.jointLeaveMovesDueDate) },
        {
          label: texts.price,
          value: `${usd(priceUsdPerPart)} = ${rupiah(priceUsdPerPart * rupiahPerUsd)}`,
        },
        { label: texts.maxPrice, value: usd(maxPriceUsdPerPart) },
        { label: texts.rate, value: rupiah(rupiahPerUsd) },
        { label: texts.partsPerSecond, value: number(smsPartsPerSecond) },
        { label: texts.senderId, value: senderId ?? texts.noSenderId },
        { label: texts.approval, value: yesOrNo(approval) },
      ]}
    />
  );
}

/** A part costs a fraction of a dollar, with up to five decimal places. */
function useUsd(): (amount: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 5,
  });
  return (amount) => `US$${format.format(amount)}`;
}
