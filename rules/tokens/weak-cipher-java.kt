package com.example.crypt

import javax.crypto.Cipher

class Crypt {
  companion object {
    private const val ALGORITHM = "AES/ECB/PKCS5Padding"
  }

  fun weak() {
    // ruleid: tokens/weak-cipher-java
    val a = Cipher.getInstance("DES/CBC/PKCS5Padding")
    // ruleid: tokens/weak-cipher-java
    val b = Cipher.getInstance(ALGORITHM)
    // ruleid: tokens/weak-cipher-java
    val c = javax.crypto.Cipher.getInstance("AES").apply { init(Cipher.ENCRYPT_MODE, key) }
  }

  fun strong(name: String) {
    // ok: tokens/weak-cipher-java
    val a = Cipher.getInstance("AES/GCM/NoPadding")
    // ok: tokens/weak-cipher-java
    val b = Cipher.getInstance(name)
    // ok: tokens/weak-cipher-java
    val c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
  }
}
