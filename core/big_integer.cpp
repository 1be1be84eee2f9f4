// SPDX-License-Identifier: Apache-2.0
#include "core/big_integer.h"

#include "core/check.h"

#include <openssl/bn.h>

#include <memory>

namespace codelake {

namespace {

struct Free {
  void operator()(BIGNUM* number) const { BN_free(number); }
  void operator()(BN_CTX* context) const { BN_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, Free>;

Number number_of(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  Number number(BN_bin2bn(data, static_cast<int>(bytes.size()), nullptr));
  CODELAKE_CHECK(number != nullptr);
  return number;
}

bool is_above_one(const Number& number) {
  return !BN_is_zero(number.get()) && !BN_is_one(number.get());
}

}  // namespace

bool is_product(std::string_view product, std::string_view a, std::string_view b) {
  for (const std::string_view bytes : {product, a, b}) {
    if (bytes.size() > k_big_integer_bytes_max) return false;
  }
  const Number left = number_of(a);
  const Number right = number_of(b);
  if (!is_above_one(left) || !is_above_one(right)) return false;
  const std::unique_ptr<BN_CTX, Free> context(BN_CTX_new());
  const Number result(BN_new());
  CODELAKE_CHECK(context != nullptr && result != nullptr);
  CODELAKE_CHECK(BN_mul(result.get(), left.get(), right.get(), context.get()) == 1);
  return BN_cmp(result.get(), number_of(product).get()) == 0;
}

}  // namespace codelake
