using System.Runtime;
using PresenceClient.Start;

// The arguments: the address, the token, and a file with the object ids, one a line. The first line that the program
// prints is the first presence. It waits for the end of its input, so that its memory can be read from outside.
(Uri address, string token, string file) = (new Uri(args[0]), args[1], args[2]);
using var peer = new Peer(address, token);
string[] ids = await File.ReadAllLinesAsync(file);
Console.WriteLine(await peer.ReadOneAsync(ids[0]));
Console.WriteLine(JitInfo.GetCompiledMethodCount());
Console.WriteLine(await peer.ReadManyAsync(ids));
Console.ReadLine();
