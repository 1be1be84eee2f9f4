use std::{env, fs as f}; use a::b::*; mod m { }
#[derive(Debug)] pub struct A<T> { pub x: T, y: i32 }
enum E { A, B(i32), C { x: i32 } }
impl<T> Tr for A<T> where T: X {
  pub async fn f(&self, a: &str, mut b: Vec<u8>) -> Result<(), E> {
    let mut x: i32 = 1; let (p, q) = g()?; x += 1;
    println!("a {}", x); let v = vec![1, 2]; unsafe { *p = 1; }
    if let Some(z) = y { return Ok(()); } else if a == b { } else { }
    match x { 1 | 2 => f(), E::A if y => {}, _ => (), }
    for i in 0..10 { } while x < 1 { } loop { break; }
    let c = |a: i32| a + 1; self.x.y(1).await?; A { x: 1, ..d }; x as u8; &mut x; !a; a[0]; Foo::<u8>::new("s"); r#"raw"#; 'c'; const K: u8 = 1;
    x
  }
}
trait Tr { fn g(&self); }
