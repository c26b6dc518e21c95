package dev.latchkey.web.apikey;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about the API key. */
@MessageBundle("apikey")
public interface ApiKeyMessages {

  @Message("API key")
  String title();

  @Message(
      "One key that can do all that you can do. For a script or a tool, an authorization is safer: it has a name, ends by itself and can be ended alone.")
  String lead();

  @Message("Create an authorization instead")
  String toApplications();

  @Message("Your API key")
  String keyTitle();

  @Message("Key")
  String key();

  @Message("Created")
  String created();

  @Message("Show the whole key")
  String revealTitle();

  @Message("Show key")
  String reveal();

  @Message("Replace the key")
  String replaceTitle();

  @Message(
      "Do this when somebody else may have seen it. It is replaced without you doing anything when your password or two-factor changes.")
  String replaceLead();

  @Message("Replace key")
  String replace();

  @Message("Replace your API key?")
  String replaceQuestion();

  @Message(
      "The key {key} stops working at once, and so does every authorization that was made with it.")
  String breaksKey(String key);

  @Message("Whatever uses it (scripts, tools, deployments) needs the new key.")
  String breaksUsers();

  @Message("Sessions, other authorizations and SSH keys go on working.")
  String staysRest();

  @Message("What happens")
  String consequences();

  @Message("New API key")
  String freshTitle();

  @Message("Copy it now and put it where it is needed. The old key has stopped working.")
  String freshLead();

  @Message(
      "Keep it to yourself: who has it can do all that you can do. It is not kept in this browser.")
  String secretLead();

  @Message("Done")
  String done();
}
