// SPDX-License-Identifier: Apache-2.0
#include "core/big_integer.h"

#include "core/check.h"

#include <mbedtls/bignum.h>

namespace codelake {

namespace {

class Number {
 public:
  Number() { mbedtls_mpi_init(&m_value); }
  explicit Number(std::string_view bytes) : Number() {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    CODELAKE_CHECK(mbedtls_mpi_read_binary(&m_value, data, bytes.size()) == 0);
  }
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;
  ~Number() { mbedtls_mpi_free(&m_value); }

  bool is_above_one() const { return mbedtls_mpi_cmp_int(&m_value, 1) > 0; }
  void set_product(const Number& a, const Number& b) {
    CODELAKE_CHECK(mbedtls_mpi_mul_mpi(&m_value, &a.m_value, &b.m_value) == 0);
  }
  bool operator==(const Number& other) const { return mbedtls_mpi_cmp_mpi(&m_value, &other.m_value) == 0; }

 private:
  mbedtls_mpi m_value{};
};

}  // namespace

bool is_product(std::string_view product, std::string_view a, std::string_view b) {
  for (const std::string_view bytes : {product, a, b}) {
    if (bytes.size() > k_big_integer_bytes_max) return false;
  }
  const Number left(a);
  const Number right(b);
  if (!left.is_above_one() || !right.is_above_one()) return false;
  Number result;
  result.set_product(left, right);
  return result == Number(product);
}

}  // namespace codelake
