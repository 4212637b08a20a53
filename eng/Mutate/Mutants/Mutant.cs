namespace Mutate.Mutants;

/// <summary>A change of the code that a test should notice.</summary>
/// <param name="Id">The number that switches it on.</param>
/// <param name="File">The file, below the project, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member that contains it.</param>
/// <param name="MemberStart">The position of the member in the file.</param>
/// <param name="Kind">The mutator.</param>
/// <param name="Original">The original code, on one line.</param>
/// <param name="Replacement">The mutated code, on one line; empty if the code is removed.</param>
internal sealed record Mutant(
    int Id, string File, int Line, string Member, int MemberStart, MutantKind Kind, string Original,
    string Replacement)
{
    /// <summary>Identifies the mutant in the list of survivors, also after lines have moved.</summary>
    public string Key => $"{File} {Member}: {Change}";

    public string Change => Replacement.Length == 0 ? $"remove `{Original}`" : $"`{Original}` → `{Replacement}`";

    public override string ToString() => $"{File}:{Line} {Member}: {Change}";
}
