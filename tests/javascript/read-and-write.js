// Signs in with @azure/identity, and reads and writes presences with @microsoft/microsoft-graph-client. Neither is
// changed in any way: only addresses are set. Prints the results as JSON.
// Environment: EMULATOR (scheme, host and port), TENANT_ID, CLIENT_ID, CLIENT_SECRET, and NODE_EXTRA_CA_CERTS with the
// emulator's certificate.
import { ClientSecretCredential } from "@azure/identity";
import graph from "@microsoft/microsoft-graph-client";
import azure from "@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js";

const { EMULATOR: root, TENANT_ID: tenant, CLIENT_ID: application, CLIENT_SECRET: secret } = process.env;

function connect(clientSecret) {
  const credential = new ClientSecretCredential(tenant, application, clientSecret, {
    authorityHost: root,
    disableInstanceDiscovery: true,
  });
  const authProvider = new azure.TokenCredentialAuthenticationProvider(credential, {
    scopes: ["https://graph.microsoft.com/.default"],
  });
  // The client sends tokens only to https addresses of Microsoft and of these hosts.
  return graph.Client.initWithMiddleware({
    authProvider,
    baseUrl: root,
    customHosts: new Set([new URL(root).hostname]),
  });
}

async function listUsers(client) {
  const ids = [];
  const first = await client.api("/users").select("id").top(20).get();
  await new graph.PageIterator(client, first, (user) => ids.push(user.id) > 0).iterate();
  return { ids, firstPage: first.value.length };
}

async function setPreferredPresence(client, id) {
  const path = `/users/${id}/presence`;
  await client
    .api(`${path}/setUserPreferredPresence`)
    .post({ availability: "DoNotDisturb", activity: "DoNotDisturb", expirationDuration: "PT1H" });
  await client
    .api(`${path}/setPresence`)
    .post({ sessionId: application, availability: "Available", activity: "Available" });
  return client.api(path).get();
}

async function batch(client, id) {
  const { responses } = await client.api("/$batch").post({
    requests: [
      { id: "page", method: "GET", url: "/users?$select=id&$top=20" },
      { id: "presence", method: "GET", url: `/users/${id}/presence` },
    ],
  });
  const page = responses.find((response) => response.id === "page").body;
  const next = await client.api(page["@odata.nextLink"]).get();
  return { statuses: responses.map((response) => response.status), nextPage: next.value.length };
}

async function failure(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return error.message;
  }
}

const client = connect(secret);
const users = await listUsers(client);
const presences = await client.api("/communications/getPresencesByUserId").post({ ids: users.ids });
console.log(
  JSON.stringify({
    users,
    presences: presences.value.map((presence) => presence.id),
    written: await setPreferredPresence(client, users.ids[0]),
    batch: await batch(client, users.ids[1]),
    wrongSecret: await failure(() => connect("wrong").api("/users").get()),
  }),
);
