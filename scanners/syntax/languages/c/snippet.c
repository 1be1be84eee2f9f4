#include <stdio.h>
#define X(a) ((a) + 1)
static const char *names[2] = {"a", "b"}, c = 'x';
typedef struct { int a; struct B *b; } T;
int f(const char *s, int n, ...) {
  char buf[10]; int i = 0, *p = &i;
  for (int j = 0; j < n; j++) { buf[j] = s[j]; }
  if (p->a == NULL) return 1; else { strcpy(buf, "x" "y"); }
  T t = {.a = 1, 2}; (*p).x = (int)s + sizeof(buf) + sizeof(int);
  switch (n) { case 1: f(); break; default: g(); }
  while (1) { } do { } while (0); goto end; end: x = a ? b : c; (void)x;
#ifdef A
  y();
#else
  z();
#endif
}
enum E { A, B = 2 };
