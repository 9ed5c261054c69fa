/** What the API says in English about a plan, in Bahasa Indonesia. A sentence that is not here is shown as it came. */
const indonesian: readonly (readonly [RegExp, string])[] = [
  [
    /is missing: whose language has no text gets the Indonesian one/g,
    'belum diisi: bahasa tanpa teks menerima teks Bahasa Indonesia',
  ],
  [
    /is empty: leave the language out, and its readers get the Indonesian text/g,
    'hanya berisi spasi: kosongkan saja, maka pesertanya menerima teks Bahasa Indonesia',
  ],
  [
    /(\{[^{}]*\}) is not a placeholder; there are (.+?)\.(?=;|$)/g,
    '$1 tidak dikenal; yang ada: $2',
  ],
  [/has a ([{}]) that belongs to no placeholder/g, 'ada $1 yang bukan bagian dari isian otomatis'],
  [
    /has “([^”]+)”: links are the mark of SMS scams; say in words where to pay/g,
    'ada “$1”: tautan adalah ciri SMS penipuan; sebutkan tempat bayarnya dengan kata-kata',
  ],
  [
    /has “([^”]+)”: no phone number, NIK or other long number stands in a text; carriers reject it/g,
    'ada “$1”: nomor HP, NIK, dan angka panjang lain ditolak operator',
  ],
  [
    /has “([^”]+)”: no number to call stands in a text; carriers reject it/g,
    'ada “$1”: nomor untuk dihubungi ditolak operator',
  ],
  [
    /takes (\d+) SMS parts where it is longest \((\d+) characters: “([^”]+)”\); (\d+) allowed/g,
    'menjadi $1 bagian SMS saat paling panjang ($2 karakter: “$3”); paling banyak $4',
  ],
  [
    /lies in the quiet hours, (\S+) to (\S+): take a time between/g,
    'termasuk jam tenang, $1 sampai $2: pilih jam di luar itu',
  ],
  [
    /goes out at the same time as (.+?): (\S+) (\S+), for (\S+); move one of them/g,
    'bersamaan dengan langkah $1: $2 pukul $3, untuk iuran $4; pindahkan salah satunya',
  ],
  [
    /(\S+) to (\S+) leaves (\d+) minutes a day for texts: leave 60 at least/g,
    '$1 sampai $2 menyisakan $3 menit sehari untuk SMS: sisakan paling sedikit 60',
  ],
  [/is not a whole number from (-?\d+) to (\d+)/g, 'bukan bilangan bulat dari $1 sampai $2'],
  [/is not a time such as 09:00/g, 'bukan jam seperti 09:00'],
  [/is not a percentage from 0 to 50/g, 'bukan persentase dari 0 sampai 50'],
  [
    /is not an amount of whole rupiah above 0, or null for no limit/g,
    'bukan jumlah rupiah bulat di atas 0',
  ],
  [/is not a date such as (\S+)/g, 'bukan tanggal seperti $1'],
  [/is not a list of at most (\d+) steps/g, 'paling banyak $1 langkah'],
  [/is not a list of at most (\d+) dates/g, 'paling banyak $1 tanggal'],
  [/is not a list of at most (\d+) phone numbers/g, 'paling banyak $1 nomor HP'],
  [
    /is the id of .+? as well: each has its own/g,
    'juga kode langkah lain: tiap langkah memiliki kodenya sendiri',
  ],
  [
    /is the id of confirmations: give the step another/g,
    'adalah kode konfirmasi pembayaran: beri langkah ini kode lain',
  ],
  [
    /was a step about the (due|lapse) date \(version (\d+)\) and never becomes one about the (?:due|lapse) date: give it another id/g,
    'di versi $2 dihitung dari tanggal acuan lain, dan tidak dapat dipindahkan: tambahkan langkah baru',
  ],
  [/stands there twice/g, 'tercantum dua kali'],
  [
    /is among those to add as well: it is a holiday or it is none/g,
    'juga ada di libur tambahan: pilih salah satu',
  ],
  [
    /was shortened by Excel, which lost its digits: format the column as text and enter it again/g,
    'disingkat oleh Excel sehingga angkanya hilang: format kolomnya sebagai teks, lalu isi lagi',
  ],
  [
    /is a landline: a text needs a mobile number, which begins with 08/g,
    'adalah telepon rumah: nomor HP dimulai dengan 08',
  ],
  [/is not a phone number: write one such as (.+)$/g, 'bukan nomor HP: tulis seperti $1'],
  [
    /has (\d+) digits after \+62: a mobile number has 9 to 12/g,
    'memiliki $1 angka setelah +62: nomor HP memiliki 9 sampai 12',
  ],
  [
    /is a foreign number: a text needs an Indonesian mobile number such as (.+)$/g,
    'adalah nomor luar negeri: tulis nomor seperti $1',
  ],
  [
    /begins with (\d+), which no Indonesian mobile number does/g,
    'dimulai dengan $1: tidak ada nomor HP Indonesia seperti itu',
  ],
];

const inIndonesian = (sentence: string): string =>
  indonesian.reduce((said, [pattern, translated]) => said.replace(pattern, translated), sentence);

/** In whose words what is wrong with a plan is said. */
export const faultTexts = { id: inIndonesian, en: (sentence: string): string => sentence };
