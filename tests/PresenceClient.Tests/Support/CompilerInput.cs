using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PresenceClient.Tests.Support;

/// <summary>The compiler's inputs for this repository, other than the code.</summary>
internal static class CompilerInput
{
    /// <summary>What the SDK imports in every project.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    public static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    /// <summary>Every assembly that this process can load, with the name of its file.</summary>
    public static readonly IReadOnlyList<(string File, MetadataReference Reference)> Assemblies =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (Path.GetFileName(path), (MetadataReference)MetadataReference.CreateFromFile(path))),
    ];
}
