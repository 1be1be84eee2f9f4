#include <vector>
namespace a::b {
template <typename T> class A : public B, private c::D<int> {
 public:
  explicit A(int x) : m_x(x) {}
  virtual ~A() = default;
  std::vector<T> f(const std::string& s, int n = 1) const override {
    for (const auto& v : m_items) { v->run(); }
    auto p = std::make_unique<Foo>(1, "x");
    Foo* q = new Foo(1); delete q;
    auto l = [&](int i) { return i + 1; };
    try { throw std::runtime_error("x"); } catch (const std::exception& e) { } 
    if (auto it = m.find(1); it != m.end()) { return {}; } else { ::g(); }
    static_cast<int>(n); this->m_x = 1; std::cout << s << R"(raw)"; x[1] = nullptr;
    return items;
  }
 private:
  int m_x = 0;
};
using E = int;
}
using namespace std;
