/** What argparse uses of Node's `assert`, where there is no Node. */
module.exports = function assert(value, message) {
  if (!value) throw new Error(message ?? "argparse failed");
};
