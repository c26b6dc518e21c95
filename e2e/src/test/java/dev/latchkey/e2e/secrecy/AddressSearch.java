package dev.latchkey.e2e.secrecy;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Looks for mail addresses of people. */
final class AddressSearch {

  private final Needles addresses;
  private final Set<String> finds = new TreeSet<>();

  AddressSearch(Collection<String> addresses) {
    this.addresses = new Needles(addresses);
  }

  void in(String place, String text) {
    if (text.contains("@example.com")) {
      finds.add(place + ": an address of example.com");
    }
    addresses.in(text).forEach(address -> finds.add(place + ": " + address));
  }

  Set<String> finds() {
    return finds;
  }
}
