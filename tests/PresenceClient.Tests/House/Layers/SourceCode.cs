using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.House.Layers;

/// <summary>The files of a project as the compiler understands them.</summary>
internal sealed class SourceCode
{
    private static readonly ConcurrentDictionary<string, SourceCode> Read = new();

    private readonly CSharpCompilation _compilation;

    /// <summary>Compiles files, given by their paths below the project and their texts.</summary>
    public SourceCode(string project, IEnumerable<(string Path, string Text)> files)
    {
        Trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, CompilerInput.Options, file.Path))];
        string itself = Path.GetFileName(project) + ".dll";
        _compilation = CSharpCompilation.Create(
            project,
            [.. Trees, CSharpSyntaxTree.ParseText(CompilerInput.ImplicitUsings, CompilerInput.Options)],
            CompilerInput.Assemblies.Where(assembly => assembly.File != itself).Select(assembly => assembly.Reference));
    }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The handwritten files of a project of this repository.</summary>
    public static SourceCode Of(string project) => Read.GetOrAdd(project, ReadFiles);

    /// <summary>Every use of something that another file declares, named or inferred, but not in comments.</summary>
    public IEnumerable<Arrow> FindArrows()
    {
        foreach (SyntaxTree tree in Trees)
        {
            SemanticModel model = _compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                INamedTypeSymbol? owner = OwnerOf(model.GetSymbolInfo(name));
                if (FileOf(owner) is { } file && file != tree.FilePath)
                {
                    int line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    yield return new Arrow(tree.FilePath, line, file, owner!.Name);
                }
            }
        }
    }

    /// <summary>The types that the files declare, with the file and whether the type is public.</summary>
    public IEnumerable<(string File, string Namespace, string Name, bool IsPublic)> FindTypes() =>
        Trees.SelectMany(tree => tree.GetRoot().DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                && member.Parent is BaseNamespaceDeclarationSyntax)
            .Select(member => (
                tree.FilePath,
                ((BaseNamespaceDeclarationSyntax)member.Parent!).Name.ToString(),
                member is BaseTypeDeclarationSyntax type
                    ? type.Identifier.Text
                    : ((DelegateDeclarationSyntax)member).Identifier.Text,
                member.Modifiers.Any(SyntaxKind.PublicKeyword))));

    private static SourceCode ReadFiles(string project)
    {
        string folder = Repository.PathOf(project.Split('/'));
        return new SourceCode(project, Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Full: file))
            .Where(file => file.Path.Split('/')[0] is not ("bin" or "obj" or "Generated"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.Full))));
    }

    private static INamedTypeSymbol? OwnerOf(SymbolInfo info)
    {
        ISymbol? symbol = info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    // The parts of a partial type are in one folder, so that any of them says where it is.
    private static string? FileOf(INamedTypeSymbol? type) =>
        type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
}
