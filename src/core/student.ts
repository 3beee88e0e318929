/** t(.975, ν) for ν = 1, 2, …: the quantiles of Student's t that 95 % intervals of small samples need. */
const TABLE = [
  12.706204736174694, 4.302652729749462, 3.182446305283708, 2.776445105197794, 2.570581835636314, 2.4469118511449692,
  2.3646242515927858, 2.306004135204165, 2.262157162798205, 2.2281388519862744, 2.2009851600916384, 2.1788128296672284,
  2.1603686564627917, 2.1447866879178035, 2.1314495455597746, 2.119905299221254, 2.1098155778333165, 2.100922040241038,
];

/** z(.975) of the normal distribution. */
const Z = 1.959963984540054;

/** Cornish and Fisher's expansion in 1/ν (Abramowitz and Stegun 1964, 26.7.5). */
const EXPANSION = [
  Z,
  (Z ** 3 + Z) / 4,
  (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
  (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
  (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92160,
];

/** The .975 quantile of Student's t with so many degrees of freedom, 1 or more. Beyond the table it is right to 4e-7. */
export function studentQuantile(degrees: number): number {
  return TABLE[degrees - 1] ?? EXPANSION.reduce((sum, term, power) => sum + term / degrees ** power, 0);
}
