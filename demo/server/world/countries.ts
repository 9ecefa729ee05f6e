interface Country {
  /** As a machine-readable zone writes it. */
  readonly code: string;
  readonly name: string;
  /** What an identity card of the world is headed, in the country's own language. */
  readonly card: string;
  readonly passport: string;
  /** Of the band and the lines. */
  readonly colour: string;
}

/** The countries of the world's people. Their documents are invented; nothing on them copies a real design. */
export const countries = {
  AE: {
    code: 'ARE',
    name: 'United Arab Emirates',
    card: 'بطاقة هوية',
    passport: 'جواز سفر',
    colour: '#5f7a5c',
  },
  AM: {code: 'ARM', name: 'Armenia', card: 'Նույնականացման քարտ', passport: 'Անձնագիր', colour: '#8a6a4a'},
  BD: {code: 'BGD', name: 'Bangladesh', card: 'Identity card', passport: 'Passport', colour: '#4f7a66'},
  BG: {code: 'BGR', name: 'Bulgaria', card: 'Лична карта', passport: 'Паспорт', colour: '#6d7a4f'},
  BR: {
    code: 'BRA',
    name: 'Brazil',
    card: 'Carteira de identidade',
    passport: 'Passaporte',
    colour: '#4d7a58',
  },
  CN: {code: 'CHN', name: 'China', card: '身分證明', passport: '護照', colour: '#8a5a55'},
  DE: {code: 'D', name: 'Germany', card: 'Personalausweis', passport: 'Reisepass', colour: '#5c7d86'},
  ES: {code: 'ESP', name: 'Spain', card: 'Documento de identidad', passport: 'Pasaporte', colour: '#8a6a55'},
  ET: {code: 'ETH', name: 'Ethiopia', card: 'Identity card', passport: 'Passport', colour: '#6d7a4f'},
  GB: {code: 'GBR', name: 'United Kingdom', card: 'Identity card', passport: 'Passport', colour: '#54607f'},
  GE: {code: 'GEO', name: 'Georgia', card: 'პირადობის მოწმობა', passport: 'პასპორტი', colour: '#7f5a62'},
  GR: {code: 'GRC', name: 'Greece', card: 'Δελτίο ταυτότητας', passport: 'Διαβατήριο', colour: '#51728f'},
  IE: {code: 'IRL', name: 'Ireland', card: 'Cárta aitheantais', passport: 'Pas', colour: '#4f7a5a'},
  IL: {code: 'ISR', name: 'Israel', card: 'תעודת זהות', passport: 'דרכון', colour: '#54708f'},
  IN: {code: 'IND', name: 'India', card: 'Identity card', passport: 'Passport', colour: '#8a6f4a'},
  IS: {code: 'ISL', name: 'Iceland', card: 'Nafnskírteini', passport: 'Vegabréf', colour: '#5a6f8a'},
  IT: {code: 'ITA', name: 'Italy', card: 'Carta d’identità', passport: 'Passaporto', colour: '#5c7d6c'},
  JP: {code: 'JPN', name: 'Japan', card: '身分証明書', passport: '旅券', colour: '#86626c'},
  KR: {code: 'KOR', name: 'Korea', card: '신분증', passport: '여권', colour: '#5d6f8c'},
  LA: {code: 'LAO', name: 'Laos', card: 'Identity card', passport: 'Passport', colour: '#5a6a86'},
  MA: {code: 'MAR', name: 'Morocco', card: 'بطاقة التعريف', passport: 'جواز السفر', colour: '#7c6455'},
  NG: {code: 'NGA', name: 'Nigeria', card: 'Identity card', passport: 'Passport', colour: '#4d7a60'},
  PL: {code: 'POL', name: 'Poland', card: 'Dowód osobisty', passport: 'Paszport', colour: '#7d6470'},
  PT: {code: 'PRT', name: 'Portugal', card: 'Cartão de cidadão', passport: 'Passaporte', colour: '#6a7a5c'},
  TH: {code: 'THA', name: 'Thailand', card: 'บัตรประชาชน', passport: 'หนังสือเดินทาง', colour: '#6a6292'},
  TN: {code: 'TUN', name: 'Tunisia', card: 'بطاقة التعريف', passport: 'جواز سفر', colour: '#5c7d86'},
  TR: {code: 'TUR', name: 'Türkiye', card: 'Kimlik kartı', passport: 'Pasaport', colour: '#86605c'},
  UA: {code: 'UKR', name: 'Ukraine', card: 'Паспорт громадянина', passport: 'Паспорт', colour: '#54748f'},
  VN: {code: 'VNM', name: 'Viet Nam', card: 'Căn cước', passport: 'Hộ chiếu', colour: '#8a5f55'},
} as const satisfies Record<string, Country>;

export type CountryCode = keyof typeof countries;
