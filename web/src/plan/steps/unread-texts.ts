import type { Step } from '#domain/plan/plan';

/**
 * Javanese and Sundanese drafts by step of the first plan, and of the confirmation. They are ours:
 * no native speaker has read them, so no plan has them unless an admin takes them in.
 */
export const unreadTexts: Readonly<Record<string, Step['texts']>> = {
  before: {
    jv: 'Kagem {name}, iuran BPJS Ketenagakerjaan {months} {amount} dipuntengga dumugi {dueDate}. Mbayar mawi NIK ing JMO, Pos, minimarket.',
    su: 'Kahatur {name}, iuran BPJS Ketenagakerjaan {months} {amount} diantos dugi ka {dueDate}. Mayar nganggo NIK di JMO, Pos, minimarket.',
  },
  eve: {
    jv: 'Kagem {name}, iuran BPJS Ketenagakerjaan {months} {amount} dhawah tempo {dueDate}. Mbayar mawi NIK ing JMO, Pos, minimarket.',
    su: 'Kahatur {name}, wates mayar iuran BPJS Ketenagakerjaan {months} {amount} dinten {dueDate}. Nganggo NIK di JMO, Pos, minimarket.',
  },
  after: {
    jv: 'Kagem {name}, iuran BPJS Ketenagakerjaan {months} {amount} dereng katampi. Tanpa dendha. Mbayar mawi NIK ing JMO, Pos, minimarket.',
    su: 'Kahatur {name}, iuran BPJS Ketenagakerjaan {months} {amount} teu acan katampi. Tanpa denda. Mayar nganggo NIK di JMO, Pos, minimarket.',
  },
  'last-call': {
    jv: 'Kagem {name}, mangga mbayar iuran {months} {amount} saderengipun {lapseDate} supados tetep peserta BPJS Ketenagakerjaan. Tanpa dendha.',
    su: 'Kahatur {name}, mangga mayar iuran {months} {amount} sateuacan {lapseDate} supados tetep peserta BPJS Ketenagakerjaan. Tanpa denda.',
  },
  paid: {
    jv: 'Matur nuwun, {name}. Iuran BPJS Ketenagakerjaan {months} {amount} sampun katampi. Iuran salajengipun dhawah tempo {dueDate}.',
    su: 'Hatur nuhun, {name}. Iuran BPJS Ketenagakerjaan {months} {amount} parantos katampi. Iuran salajengna panglambatna {dueDate}.',
  },
};
