using System.Reflection;
using System.Runtime.Loader;

namespace PresenceClient.Benchmarks.Peers;

/// <summary>Gives a peer its own version of every package, wherever it has one; only the runtime is shared.</summary>
internal sealed class PeerContext : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _packages;

    private PeerContext(string path) : base(path) => _packages = new AssemblyDependencyResolver(path);

    public static Assembly Load(string path) => new PeerContext(path).LoadFromAssemblyPath(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _packages.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
