using System.Text;
using System.Text.RegularExpressions;

namespace PackageTrial.Contents;

/// <summary>
/// A registry shows the readme without the repository: only absolute https links work, HTML is removed, and images are
/// shown only from a few hosts.
/// </summary>
internal static partial class ReadmeRules
{
    private static readonly string[] ImageHosts = ["img.shields.io", "raw.githubusercontent.com"];

    public static IEnumerable<string> Faults(Package package)
    {
        string path = package.Value("readme") ?? "";
        if (!package.Files.TryGetValue(path, out byte[]? bytes))
        {
            yield return "the readme is not in the package.";
            yield break;
        }

        string page = Code().Replace(Encoding.UTF8.GetString(bytes), "");
        if (!page.StartsWith("# ", StringComparison.Ordinal))
        {
            yield return "the readme does not begin with a title.";
        }

        foreach (Match html in Html().Matches(page))
        {
            yield return $"the readme has HTML, which a registry removes: {html.Value}";
        }

        foreach (Match link in Link().Matches(page))
        {
            string address = link.Groups["address"].Value;
            if (!address.StartsWith("https://", StringComparison.Ordinal))
            {
                yield return $"the readme links to {address}. On a registry only absolute https links work.";
            }
        }

        foreach (Match image in Image().Matches(page))
        {
            string address = image.Groups["address"].Value;
            if (!ImageHosts.Any(host => address.StartsWith($"https://{host}/", StringComparison.Ordinal)))
            {
                yield return $"the readme shows the image {address}. Use {string.Join(" or ", ImageHosts)}.";
            }
        }
    }

    // Blocks and spans of code.
    [GeneratedRegex("^(```|~~~).*?^\\1|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    // <https://...> is a link.
    [GeneratedRegex(@"<(?!https://)[A-Za-z!/][^>\n]*>")]
    private static partial Regex Html();

    // [text](address), [name]: address; the text can be an image.
    [GeneratedRegex(@"\]\(\s*<?(?<address>[^)>\s]*)|^\s*\[[^\]]+\]:\s*<?(?<address>[^>\s]+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    // ![text](address)
    [GeneratedRegex(@"!\[[^\]]*\]\(\s*<?(?<address>[^)>\s]*)")]
    private static partial Regex Image();
}
