function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object' && source[key] !== null) {
      if (!target[key]) target[key] = {};
      // ruleid: injection/merge-recursive
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

const deepMerge = (target, source) => {
  for (const key of Object.keys(source)) {
    if (isObject(source[key])) {
      // ruleid: injection/merge-recursive
      target[key] = deepMerge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
};

function safeMerge(target, source) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;
    if (isObject(source[key])) {
      // ok: injection/merge-recursive
      target[key] = safeMerge(target[key] ?? {}, source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

function equal(a, b) {
  for (const key in b) {
    // ok: injection/merge-recursive
    if (!equal(a[key], b[key])) return false;
  }
  return true;
}

function flat(target, source) {
  // ok: injection/merge-recursive
  for (const key in source) target[key] = source[key];
  return target;
}
