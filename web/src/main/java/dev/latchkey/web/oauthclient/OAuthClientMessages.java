package dev.latchkey.web.oauthclient;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about OAuth clients. */
@MessageBundle("oauthclient")
public interface OAuthClientMessages {

  @Message("OAuth clients")
  String title();

  @Message(
      "Register an application that you write, so that people with an account here can let it in.")
  String lead();

  @Message("All authorizations")
  String toApplications();

  @Message("All OAuth clients")
  String back();

  @Message("Register client")
  String register();

  @Message("Your clients")
  String listTitle();

  @Message("You have not registered any clients.")
  String none();

  @Message("New OAuth client")
  String newTitle();

  @Message("Name")
  String name();

  @Message("People read it when they decide whether to let the application in.")
  String nameHint();

  @Message("Redirect address")
  String redirectUri();

  @Message(
      "Where people come back to, exactly as your application sends it: https, or http on localhost.")
  String redirectUriHint();

  @Message("Where it runs")
  String kindLegend();

  @Message("On a server that can keep a secret")
  String confidential();

  @Message("It gets a client secret.")
  String confidentialHint();

  @Message("On people’s devices: a phone, a browser, a desktop")
  String open();

  @Message(
      "No secret is safe there, so it gets none and must use PKCE. This can’t be changed later.")
  String openHint();

  @Message("Kind")
  String kind();

  @Message("With a secret")
  String confidentialShort();

  @Message("Public, without a secret")
  String openShort();

  @Message("Client ID")
  String id();

  @Message("Client secret")
  String secret();

  @Message("Created")
  String created();

  @Message("Action")
  String action();

  @Message("Delete")
  String delete();

  @Message("Delete {name}")
  String deleteNamed(String name);

  @Message("Client registered")
  String madeTitle();

  @Message("New client secret")
  String rotatedTitle();

  @Message(
      "Copy the secret now. It is shown only now: afterwards nobody can show it again, only replace it.")
  String onlyNow();

  @Message("The old secret has stopped working.")
  String oldDead();

  @Message("This client is public. It has no secret: its ID is all that it needs.")
  String noSecret();

  @Message("Copy ID")
  String copyId();

  @Message("Copy secret")
  String copySecret();

  @Message("To the client")
  String toClient();

  @Message("Change name or address")
  String changeTitle();

  @Message("Save")
  String save();

  @Message("The changes are saved.")
  String changed();

  @Message("Replace the secret")
  String rotateTitle();

  @Message(
      "The client gets a new secret, and the old one stops working at once. People stay connected.")
  String rotateLead();

  @Message("Replace secret")
  String rotate();

  @Message("Replace the secret of “{name}”?")
  String rotateQuestion(String name);

  @Message(
      "The old secret stops working the moment you go on. Your application needs the new one, which is shown to you once.")
  String rotateWarning();

  @Message("Delete this client")
  String deleteTitle();

  @Message("Everybody who let it in is disconnected: all of its tokens stop working at once.")
  String deleteLead();

  @Message("Delete “{name}”?")
  String deleteQuestion(String name);

  @Message(
      "Everybody who let “{name}” in is disconnected: all of its tokens stop working at once, and so does its ID. This can’t be undone.")
  String deleteWarning(String name);

  @Message("The client was deleted. All of its tokens have stopped working.")
  String deleted();
}
