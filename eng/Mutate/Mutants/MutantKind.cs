namespace Mutate.Mutants;

/// <summary>The mutators; the set follows Stryker.NET's standard level.</summary>
internal enum MutantKind
{
    Comparison,
    Logical,
    Arithmetic,
    Bitwise,
    Boolean,
    Negation,
    Condition,
    Arm,
    Coalesce,
    Assignment,
    Call,
    Text,
    Initializer,
    Removal,
}
