package main
import (
  "fmt"
  x "a/b"
  . "c"
)
const A, B = 1, 2
var c, d = f()
type T struct { a, b int `json:"a"`; *E; m sync.Mutex }
type I interface { M(x int) error; E }
type F func(a int) bool
func (r *T) M(ctx context.Context, a, b string, v ...int) (n int, err error) {
  a := &http.Cookie{Name: "x", L: []int{1, 2}, M: map[string]int{"a": 1}}
  a, err = f(v...), nil
  if err := g(); err != nil { return 1, err } else if x { }
  for i := 0; i < 3; i++ { }
  for k, v := range m { }
  for { break L }
  for a { }
  switch x := y.(type) { case int, string: f(); default: }
  switch { case a > 1: fallthrough }
  select { case m := <-ch: f(m); default: }
  defer func() { recover() }()
  go f[int](x[1:2], x[:3], x[a])
  s := []byte("x"); ch <- 'a'
  t, ok := x.(T)
  return
}
