/** A function of one object that computes each answer once, as long as the object lives. The object must not change. */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = answers.get(key) ?? { value: compute(key) };
    answers.set(key, known);
    return known.value;
  };
}
