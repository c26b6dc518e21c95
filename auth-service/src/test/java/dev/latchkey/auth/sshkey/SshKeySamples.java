package dev.latchkey.auth.sshkey;

import java.util.List;

/** Keys made by {@code ssh-keygen}, with the fingerprints that {@code ssh-keygen -l} shows. */
final class SshKeySamples {

  record Sample(String text, String md5, String sha256) {}

  static final String RSA_2048 =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDIxCRw5pkeckT1iU1LF+5mvtYKJmgDbVul47m9Zm"
          + "yBh0VvVygoeLYlXeYfatcpt8zX3Xi/bQXp2lSs9WSiiwyEPnT/jO/Lg35lIUshq1OS7wimNshSzL77"
          + "9vEAqHnk8NUhu/su1KyWUCub8D+7+yx2E8ffwfnzmbCtbxunzZpKc1XHmfAgyk+Q8FB2YhhrdW9Ic1"
          + "vkziQ7fFxbMobX0jXmU7u9docoeubA9sWpxKsrT8o79W0TRBuSXj1wlctrdbPfwQBjNsj9lXeOtdQ5"
          + "d0NL0MfuMBay4MTDpM3/HJYOg4QeOmkL6saNDPx7c6TzI9WdLcfy9aRZCYRQIUGAwvGb";

  static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILSOkCtb8bI6pvNSRTfeq5UwGLO5gq3fbTcDzaewnh" + "9e";

  static final String ECDSA_256 =
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBNcSjW"
          + "eMXRxlQPNk2KP0R7MQlzi7KxP8beJHb6LLXJ6KqCjAL7RqBpJjMGlKlSwxLJ2yWK1Urh2Tcoi4Mvdv"
          + "V64=";

  static final String ECDSA_384 =
      "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBBfL19"
          + "XJKQgfkw6C5V/ayjj1IwE2sHydbag31AD2GJITKYmHtF5O7EXS3lUy7FTORnfsEPcN4J/IB0Fv18zb"
          + "waNtb1k6jHT9cfF491qCLSVxaBJtKSIxG9QNSsaTnERwng==";

  static final String ECDSA_521 =
      "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBADfhz"
          + "pDcB8JCnEfRcYajCC4/b1wKpWzaEp+lkz6dPy+eZScyzPXXmXAO6mukU9V57cCBapl0aY7t6KRuo3R"
          + "rGS0ugAAUKjH3AFm7jJ/SSUiABtijX42YaApsgwAE4nrtKZJlMfdWOeXpBgLMG79pJX/Ce5d1yhgaA"
          + "mMEFgWxHS5O0kECg==";

  static final String SK_ED25519 =
      "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAILSOkCt"
          + "b8bI6pvNSRTfeq5UwGLO5gq3fbTcDzaewnh9eAAAABHNzaDo=";

  static final String SK_ECDSA =
      "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnN"
          + "zaC5jb20AAAAIbmlzdHAyNTYAAABBBNcSjWeMXRxlQPNk2KP0R7MQlzi7KxP8beJHb6LLXJ6KqCjAL"
          + "7RqBpJjMGlKlSwxLJ2yWK1Urh2Tcoi4MvdvV64AAAAEc3NoOg==";

  static final String RSA_1024 =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDWT1PHuXg78ZTOZCKH5xVs7Mh1VG88gYp9rQy6iC"
          + "Vgq2uak9Pr+LVuo7w3/UtF2RYOD6yuf77Vk9PxPZ8RGCWwMExIEjE4cLOeYTQKZOF+Uylu0VCnja9D"
          + "bRUI2O1cTT1FCaZ3GnJqjAon2L5Xnhy2KKghBApQtXzmWI4WfAZWaw==";

  static final String DSA =
      "ssh-dss AAAAB3NzaC1kc3MAAACBAOMmc5IfX6MY79lCG2o0BEliKN9SYisDtMVyWmgiSHDN6jhknC"
          + "SJhSoHJusFh7xSJ1UI0c8PVHLD0jNa8hDNeUqpEQK++QegkZi9M1wIFk71fr+lGx6hpuyDNpD2q8sR"
          + "SW0D9oQhljV49KRlEGDYj4Iq6Bm4X6ubXmXuoACV4+FbAAAAFQCp0BDodZ72x/a6XuFtAAkrGadBUw"
          + "AAAIEA354hG/Li5WibLsCX/BvHDRrkZJZa6e/5XGH3T2uu1NfGu+brcp45dWHtzheVgzKY1D3BkgFQ"
          + "tSvhSRqxDmbRYkaXKEAYgVXJ4pPnJ8r+WZQs/ZZR95OYl+XCoiKUJQndaxGjn+tCCLa6GlXA1cfr01"
          + "65XsyHJ7paPnHgnhT10NMAAACBAIT1oW+O2c1VvU/wJ76uddnYTFxFu7djbdVYr6PuwEStqFZOtCcr"
          + "USRg2+Ybw6/gjcbqh2uaLdUenKRE7gDgT6E2Q27awLmWeVFLPok9nexL9ciHepSbn0WoiUidKnMRH1"
          + "3rKJfazC25vkvEbBJzKG8RmMWql+WWVohFL1PrgpEb";

  static final List<Sample> ALL =
      List.of(
          new Sample(
              RSA_2048,
              "1c:8b:4c:c3:5c:48:4e:9f:55:2d:0e:78:f6:1c:36:fa",
              "SHA256:SAiIzpeMTQRAx0A2bkm0HG3Bm7EZCRjsX8w6r+jOxW4"),
          new Sample(
              ED25519,
              "31:11:0b:df:6e:2d:6e:b0:04:7d:42:0a:47:85:5c:65",
              "SHA256:sH0xdvLBpR0m0CW6j6mABAaKD0ie2A1J5e7C673y6uE"),
          new Sample(
              ECDSA_256,
              "91:28:fd:29:cb:91:1c:8c:c2:1e:57:4b:9d:6a:a0:43",
              "SHA256:ynK0JH4ZSMrEcdHNLCQ8Mx9/KCOovsvUSKKfIuVVnxw"),
          new Sample(
              ECDSA_384,
              "fa:4b:5d:45:4c:d8:e5:05:d2:21:10:07:b3:57:bd:83",
              "SHA256:ijY6BT6EDCG2LNATL+7PEmf0Wkr+HzQlksCq5UNjx3k"),
          new Sample(
              ECDSA_521,
              "4c:de:df:0a:50:03:eb:42:a9:b3:00:73:3a:a8:2e:90",
              "SHA256:k6bOsj52tLW6S9lpPrtNzJyoyjCxVMdfO1dj2yUDlMM"),
          new Sample(
              SK_ED25519,
              "c5:4d:43:50:d6:e8:30:80:c2:51:55:74:cb:09:b6:6a",
              "SHA256:WVBVB/fPpndjLmJnaxCNVR0us7bkGfpBIU2ZNuf6RGo"),
          new Sample(
              SK_ECDSA,
              "0b:df:b9:aa:77:04:0b:c1:e1:ff:1c:9d:90:88:e4:5d",
              "SHA256:s+OCn4quttVshBa4DTBoR0upFW3sf+uMmhryyezSdFE"));

  private SshKeySamples() {}
}
