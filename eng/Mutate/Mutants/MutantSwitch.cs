namespace Mutate.Mutants;

/// <summary>The class that is compiled into the mutated assembly, and says which mutant is active.</summary>
internal static class MutantSwitch
{
    public const string TypeName = "MutantSwitch";

    /// <summary>The environment variable with the mutant that is active from the start of the process.</summary>
    public const string Variable = "MUTATE_ACTIVE";

    public const string Source = $$"""
        internal static class {{TypeName}}
        {
            public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("{{Variable}}") ?? "-1");
            public static byte[]? Reached;

            public static bool Is(int id)
            {
                byte[]? reached = Reached;
                if (reached is not null)
                {
                    reached[id] = 1;
                }

                return Active == id;
            }
        }
        """;
}
