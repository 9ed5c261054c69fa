export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof zones)[number];

export const abbreviationOf = (zone: Zone): 'WIB' | 'WITA' | 'WIT' => abbreviations[zone];

export function zoneOfAbbreviation(abbreviation: string): Zone {
  const zone = zones.find((candidate) => abbreviations[candidate] === abbreviation);
  if (!zone)
    throw new Error(
      `"${abbreviation}" is not an Indonesian time zone; they are WIB, WITA and WIT.`,
    );
  return zone;
}

const abbreviations = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
} as const satisfies Record<Zone, string>;
