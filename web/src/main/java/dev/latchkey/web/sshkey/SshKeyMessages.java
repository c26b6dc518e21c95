package dev.latchkey.web.sshkey;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about SSH keys. */
@MessageBundle("sshkey")
public interface SshKeyMessages {

  @Message("SSH keys")
  String title();

  @Message(
      "Computers that may use Git in your name. They go on working when you change your password or two-factor: remove here what you no longer use.")
  String lead();

  @Message("Add SSH key")
  String add();

  @Message("Your keys")
  String listTitle();

  @Message("There are no SSH keys. Git over SSH is not open to anybody in your name.")
  String none();

  @Message("Comment")
  String comment();

  @Message("Without a comment")
  String noComment();

  @Message("Type")
  String type();

  @Message("Fingerprint")
  String fingerprint();

  @Message("Added")
  String added();

  @Message("Action")
  String action();

  @Message("Remove")
  String remove();

  @Message("Remove {name}")
  String removeNamed(String name);

  @Message("New SSH key")
  String newTitle();

  @Message("Public key")
  String publicKey();

  @Message(
      "The one line of a .pub file, often ~/.ssh/id_ed25519.pub. Never the file without .pub: that one is private.")
  String publicKeyHint();

  @Message("Paste the line of your .pub file.")
  String keyNeeded();

  @Message(
      "This is a private key, and it should stay on your computer. We have not kept it. Paste the .pub file beside it.")
  String privateKey();

  @Message("The key is added. Git works with it now.")
  String addedDone();

  @Message("The key is removed. Git no longer works with it.")
  String removedDone();

  @Message("Remove an SSH key")
  String removeTitle();

  @Message("Remove “{name}”?")
  String removeQuestion(String name);

  @Message("Git over SSH stops working with this key. You can add it again at any time.")
  String removeWarning();
}
