// ruleid: secrets/encoded-or-split
const token = 'ghp_' + 'abcdefgh12345678';
// ruleid: secrets/encoded-or-split
const key = ['AKIA', '0123456789abcdef'].join('');
// ruleid: secrets/encoded-or-split
const decoded = atob('c2tfbGl2ZV8wMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OQ==');
// ok: secrets/encoded-or-split
const name = 'ghp_' + suffix;
// ok: secrets/encoded-or-split
const image = atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ');
// ok: secrets/encoded-or-split
const prefixes = ['ghp_', 'gho_'];
