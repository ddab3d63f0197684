// The words of the page in Indonesian and English.

const WORDS = {
  id: {
    review: 'Tinjauan', article: 'Artikel', show: 'Tampilkan', undecided: 'belum ditinjau', low: 'kurang yakin', all: 'semua',
    below: 'di bawah', layers: 'Lapisan', rows: 'Baris', accept: 'Terima', reject: 'Tolak', correct: 'Perbaiki', undo: 'Batalkan',
    add: 'Tambah', rest: 'Terima sisanya', keys: 'Tombol', close: 'Tutup', save: 'Simpan', cancel: 'Urungkan', table: 'Tabel',
    counts: (decided, rows) => `${decided} dari ${rows} baris ditinjau`, done: 'Tidak ada lagi yang perlu ditinjau di arah ini.',
    none: 'Tidak ada baris yang cocok di artikel ini.', select: 'Sorot teks di artikel untuk mengubah rentangnya.',
    selectFirst: 'Sorot dahulu teksnya di artikel, lalu tekan n.', nothing: 'Tidak ada yang dibatalkan.', sure: 'keyakinan',
    orphans: (n) => `${n} keputusan kehilangan barisnya`, offline: 'Peladen tidak menjawab; jalankan lagi berita review.',
    next: 'baris berikutnya', previous: 'baris sebelumnya', nextArticle: 'artikel berikutnya', previousArticle: 'artikel sebelumnya',
    persons: 'Tokoh', person_mentions: 'Sebutan', roles: 'Jabatan', dates: 'Waktu', figures: 'Angka', quotes: 'Kutipan',
  },
  en: {
    review: 'Review', article: 'Article', show: 'Show', undecided: 'not reviewed', low: 'low confidence', all: 'all',
    below: 'below', layers: 'Layers', rows: 'Rows', accept: 'Accept', reject: 'Reject', correct: 'Correct', undo: 'Undo',
    add: 'Add', rest: 'Accept the rest', keys: 'Keys', close: 'Close', save: 'Save', cancel: 'Cancel', table: 'Table',
    counts: (decided, rows) => `${decided} of ${rows} rows reviewed`, done: 'Nothing more to review in this direction.',
    none: 'No row of this article matches.', select: 'Select text in the article to move the span.',
    selectFirst: 'First select the text in the article, then press n.', nothing: 'There is nothing to undo.', sure: 'confidence',
    orphans: (n) => `${n} decisions have lost their row`, offline: 'The server does not answer; run berita review again.',
    next: 'next row', previous: 'previous row', nextArticle: 'next article', previousArticle: 'previous article',
    persons: 'Person', person_mentions: 'Mention', roles: 'Role', dates: 'Date', figures: 'Figure', quotes: 'Quote',
  },
}

let language = localStorage.getItem('berita-language') ?? (navigator.language.startsWith('en') ? 'en' : 'id')

export const word = (name) => WORDS[language][name]

export function write() {
  document.documentElement.lang = language
  document.title = `${word('review')} · berita`
  document.querySelector('#language').textContent = language === 'id' ? 'English' : 'Indonesia'
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word)
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', word(element.dataset.label))
}

export function switchLanguage() {
  language = language === 'id' ? 'en' : 'id'
  localStorage.setItem('berita-language', language)
  write()
}
