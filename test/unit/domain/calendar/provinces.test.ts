import { describe, expect, test } from 'vitest';
import { parseProvince, provinces, zoneOf } from '#domain/calendar/provinces';
import { abbreviationOf, zoneOfAbbreviation, zones } from '#domain/calendar/zones';

test('38 provinces, each found by its own name', () => {
  expect(provinces).toHaveLength(38);
  for (const province of provinces) expect(parseProvince(province)).toBe(province);
});

describe('what rosters call them', () => {
  test.each([
    ['JAWA  TENGAH', 'Jawa Tengah'],
    ['jawatengah', 'Jawa Tengah'],
    ['Jateng', 'Jawa Tengah'],
    ['Provinsi Jawa Tengah', 'Jawa Tengah'],
    ['Prov. Jatim', 'Jawa Timur'],
    ['Jabar', 'Jawa Barat'],
    ['DKI', 'DKI Jakarta'],
    ['Jakarta', 'DKI Jakarta'],
    ['Yogyakarta', 'DI Yogyakarta'],
    ['D.I. Yogyakarta', 'DI Yogyakarta'],
    ['DIY', 'DI Yogyakarta'],
    ['NTB', 'Nusa Tenggara Barat'],
    ['NTT', 'Nusa Tenggara Timur'],
    ['Sulsel', 'Sulawesi Selatan'],
    ['Sumatra Utara', 'Sumatera Utara'],
    ['Bangka Belitung', 'Kepulauan Bangka Belitung'],
    ['papua-barat daya', 'Papua Barat Daya'],
  ])('%s is %s', (text, province) => expect(parseProvince(text)).toBe(province));

  test.each(['', 'Solo', 'Jawa', 'Provinsi'])('"%s" is none', (text) =>
    expect(parseProvince(text)).toBeNull(),
  );
});

describe('zones', () => {
  test.each([
    ['Jawa Tengah', 'Asia/Jakarta', 'WIB'],
    ['Kalimantan Barat', 'Asia/Jakarta', 'WIB'],
    ['Kalimantan Selatan', 'Asia/Makassar', 'WITA'],
    ['Bali', 'Asia/Makassar', 'WITA'],
    ['Maluku', 'Asia/Jayapura', 'WIT'],
    ['Papua Pegunungan', 'Asia/Jayapura', 'WIT'],
  ] as const)('%s is in %s (%s)', (province, zone, abbreviation) => {
    expect(zoneOf(province)).toBe(zone);
    expect(abbreviationOf(zone)).toBe(abbreviation);
    expect(zoneOfAbbreviation(abbreviation)).toBe(zone);
  });

  test('each has provinces', () => expect(new Set(provinces.map(zoneOf))).toEqual(new Set(zones)));
  test('a province that is none', () =>
    expect(() => zoneOf('Solo')).toThrow('"Solo" is not the name of a province'));
  test('a zone that is none', () =>
    expect(() => zoneOfAbbreviation('CET')).toThrow('they are WIB, WITA and WIT'));
});
