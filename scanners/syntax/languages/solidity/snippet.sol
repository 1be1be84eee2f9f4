// SPDX
pragma solidity ^0.8.0;
import "a.sol"; import {B as C, D} from "./b.sol"; import * as E from "e.sol";
abstract contract A is B, C(1) {
  using SafeMath for uint256;
  mapping(address => uint) public balances; uint constant X = 1; address payable owner;
  struct S { uint a; address b; } enum En { P, Q } event T(address indexed a, uint b); error Er(uint a);
  modifier onlyOwner() { require(msg.sender == owner, "no"); _; }
  constructor(uint a) B(a) public { owner = msg.sender; }
  function f(uint a, address[] memory b) external payable onlyOwner returns (bool ok, uint) {
    (bool s, bytes memory d) = b[0].call{value: a, gas: 1}("x"); uint z = a + 1; z++; delete z; x.y(a); new D(1); f({a: 1});
    for (uint i = 0; i < 1; i++) { } while (a) { } do { } while (b); if (a) return; else { revert Er(1); } emit T(a, 1);
    assembly { let x := mload(0) sstore(x, 1) if x { revert(0,0) } } try a.b() returns (uint v) { } catch Error(string memory r) { } unchecked { a; }
    return (true, a ? 1 : 2); address(this).balance; type(uint).max; "a" "b"; hex"00"; 1 ether; payable(a); a = [1,2]; 
  }
  receive() external payable {} fallback() external {}
  function g() view public virtual override(B) returns (uint);
}
interface I { function m() external; } library L {} function free() pure {}
